# Shared by the scripts beside it; to be sourced.

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"

say() { printf '    %s\n' "$*"; }

heading() { printf '\n==> %s  [%s]\n' "$*" "$(date -u +%H:%M:%SZ)"; }

# jdk_home N: prints the home of a JDK of that feature version, or fails.
jdk_home() {
    local named="JAVA_HOME_$1" hosted="JAVA_HOME_$1_X64" home
    for home in "${!named:-}" "${!hosted:-}" "${JAVA_HOME:-}" /usr/lib/jvm/*; do
        if [ -n "$home" ] && [ -x "$home/bin/javac" ] && grep -qs "^JAVA_VERSION=\"$1[.\"]" "$home/release"; then
            echo "$home"
            return
        fi
    done
    return 1
}

# go_tool NAME PACKAGE DIRECTORY: prints where that program is, built into the directory where it is not installed. Fails
# with why where it cannot be had.
go_tool() {
    command -v "$1" && return
    if ! command -v go >/dev/null; then
        echo "no $1, and no Go to build it"
        return 1
    fi
    if ! GOBIN="$3" go install "$2" >"$3/$1.log" 2>&1; then
        echo "no $1: $(tail -n 1 "$3/$1.log")"
        return 1
    fi
    echo "$3/$1"
}

# version_of NAME: what the parent POM pins it to.
version_of() { sed -n "s|.*<$1.version>\(.*\)</$1.version>.*|\1|p" "$root/pom.xml"; }

# sum_of ATTRIBUTE: its total over the reports of all test suites of the last build.
sum_of() {
    find "$root" -path '*/target/*-reports/TEST-*.xml' -exec grep -h -o -m1 "<testsuite [^>]*" {} + |
        grep -o " $1=\"[0-9]*\"" | tr -dc '0-9\n' | awk '{ sum += $1 } END { print sum + 0 }'
}

tests_line() {
    echo "Tests run: $(sum_of tests), Failures: $(sum_of failures), Errors: $(sum_of errors), Skipped: $(sum_of skipped)"
}

# failed_tests: one line for each test of the last build that failed, with the first line of why.
failed_tests() {
    find "$root" -path '*/target/*-reports/TEST-*.xml' -exec awk '
        /<testcase / { name = $0; sub(/.*<testcase name="/, "", name); sub(/".*/, "", name)
                       class = $0; sub(/.*classname="/, "", class); sub(/".*/, "", class) }
        /<(failure|error)[ >]/ { why = $0; sub(/^ *<[^ >]*[ >]/, "", why); sub(/^message="(&#10;)*/, "", why); sub(/&#10;.*/, "", why)
                                 print class "." name ": " substr(why, 1, 200) }' {} +
}

# run_tests MAVEN_ARGUMENT…: that build, then what its tests came to, and only its: reports of earlier ones are deleted.
run_tests() {
    local code=0
    find "$root" -type d -path '*/target/*-reports' -prune -exec rm -r {} +
    "$root/mvnw" -B -ntp "$@" || code=$?
    tests_line
    failed_tests | sed 's/^/    /' | tee -a "${FAILURES:-/dev/null}"
    return "$code"
}

# image_of NAME: the image that docker-compose.yml takes by that name: as the environment says, else .env.
image_of() {
    local variable="$1_IMAGE"
    echo "${!variable:-$(sed -n "s/^$variable=//p" "$root/.env")}"
}

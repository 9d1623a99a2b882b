{{- define "fleet.name" -}}
{{- printf "%s" .Release.Name | trunc 40 | trimSuffix "-" -}}
{{- end -}}

{{/* Labels of one part: (dict "root" $ "part" "scheduler") */}}
{{- define "fleet.selector" -}}
app.kubernetes.io/name: fleet-orchestrator
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .part }}
{{- end -}}

{{- define "fleet.labels" -}}
{{ include "fleet.selector" . }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version }}
{{- end -}}

{{- define "fleet.image" -}}
{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}
{{- end -}}

{{/* A Kafka property as an environment variable: (dict "name" "ssl.truststore.type") */}}
{{- define "fleet.kafkaVariable" -}}
FLEET_KAFKA_{{ .name | upper | replace "." "_" | replace "-" "_" }}
{{- end -}}

{{- define "fleet.protocol" -}}
{{- if and .Values.kafka.sasl.enabled .Values.kafka.tls.enabled -}}SASL_SSL
{{- else if .Values.kafka.sasl.enabled -}}SASL_PLAINTEXT
{{- else if .Values.kafka.tls.enabled -}}SSL
{{- else -}}PLAINTEXT
{{- end -}}
{{- end -}}

{{/* Environment variables by which a part connects to the cluster: (dict "root" $ "login" "scheduler") */}}
{{- define "fleet.connection" -}}
- {name: FLEET_BOOTSTRAP_SERVERS, value: {{ required "set kafka.bootstrapServers" .root.Values.kafka.bootstrapServers | quote }}}
- {name: FLEET_SCHEMA_REGISTRY_URL, value: {{ required "set registry.url" .root.Values.registry.url | quote }}}
- {name: FLEET_TOPIC_PREFIX, value: {{ .root.Values.kafka.topicPrefix | quote }}}
{{- if ne (include "fleet.protocol" .root) "PLAINTEXT" }}
- {name: FLEET_KAFKA_SECURITY_PROTOCOL, value: {{ include "fleet.protocol" .root }}}
{{- end }}
{{- if .root.Values.kafka.sasl.enabled }}
- {name: FLEET_KAFKA_SASL_MECHANISM, value: {{ .root.Values.kafka.sasl.mechanism }}}
- {name: FLEET_KAFKA_SASL_JAAS_CONFIG_FILE, value: /etc/fleet/login/sasl.jaas.config}
{{- end }}
{{- if .root.Values.kafka.tls.enabled }}
- {name: FLEET_KAFKA_SSL_TRUSTSTORE_TYPE, value: PEM}
- {name: FLEET_KAFKA_SSL_TRUSTSTORE_LOCATION, value: /etc/fleet/ca/{{ .root.Values.kafka.tls.caKey }}}
{{- end }}
{{- if .root.Values.registry.loginSecret }}
- {name: FLEET_KAFKA_BASIC_AUTH_CREDENTIALS_SOURCE, value: USER_INFO}
- {name: FLEET_KAFKA_BASIC_AUTH_USER_INFO_FILE, value: /etc/fleet/registry-login/{{ .root.Values.registry.loginKey }}}
{{- end }}
{{- if .root.Values.registry.caSecret }}
- {name: FLEET_KAFKA_SCHEMA_REGISTRY_SSL_TRUSTSTORE_TYPE, value: PEM}
- {name: FLEET_KAFKA_SCHEMA_REGISTRY_SSL_TRUSTSTORE_LOCATION, value: /etc/fleet/registry-ca/{{ .root.Values.registry.caKey }}}
{{- end }}
{{- range $name, $value := .root.Values.kafka.properties }}
- {name: {{ include "fleet.kafkaVariable" (dict "name" $name) }}, value: {{ $value | quote }}}
{{- end }}
{{- end -}}

{{- define "fleet.connectionMounts" -}}
{{- if .Values.kafka.sasl.enabled }}
- {name: login, mountPath: /etc/fleet/login, readOnly: true}
{{- end }}
{{- if .Values.kafka.tls.enabled }}
- {name: ca, mountPath: /etc/fleet/ca, readOnly: true}
{{- end }}
{{- if .Values.registry.loginSecret }}
- {name: registry-login, mountPath: /etc/fleet/registry-login, readOnly: true}
{{- end }}
{{- if .Values.registry.caSecret }}
- {name: registry-ca, mountPath: /etc/fleet/registry-ca, readOnly: true}
{{- end }}
{{- end -}}

{{/* (dict "root" $ "login" "scheduler") */}}
{{- define "fleet.connectionVolumes" -}}
{{- if .root.Values.kafka.sasl.enabled }}
- name: login
  secret:
    secretName: {{ index .root.Values.kafka.sasl.secrets .login }}
    items: [{key: sasl.jaas.config, path: sasl.jaas.config}]
{{- end }}
{{- if .root.Values.kafka.tls.enabled }}
- name: ca
  secret: {secretName: {{ required "set kafka.tls.caSecret" .root.Values.kafka.tls.caSecret }}}
{{- end }}
{{- with .root.Values.registry.loginSecret }}
- name: registry-login
  secret: {secretName: {{ . }}}
{{- end }}
{{- with .root.Values.registry.caSecret }}
- name: registry-ca
  secret: {secretName: {{ . }}}
{{- end }}
{{- end -}}

{{- define "fleet.settings" -}}
{{- range $name, $value := . }}
- {name: {{ $name }}, value: {{ $value | quote }}}
{{- end }}
{{- end -}}

{{/* Not empty if the settings configure access to the command center. */}}
{{- define "fleet.hasAccess" -}}
{{- range list "FLEET_API_KEYS_FILE" "FLEET_TOKEN_ISSUER" "FLEET_ANONYMOUS_ROLE" }}
{{- if hasKey $.Values.commandCenter.settings . }}yes{{ end }}
{{- end }}
{{- end -}}

{{/* The URL of the runbooks that the command center serves, for links in alerts. */}}
{{- define "fleet.runbooks" -}}
{{- $here := printf "http://%s-command-center.%s.svc:%v" (include "fleet.name" .) .Release.Namespace .Values.commandCenter.service.port }}
{{- .Values.monitoring.pageUrl | default $here | trimSuffix "/" }}/app/runbooks/
{{- end -}}

{{/* The ports of (list ...) addresses, as a JSON list. */}}
{{- define "fleet.ports" -}}
{{- $ports := list }}
{{- range . }}
{{- range regexFindAll ":[0-9]+" . -1 }}{{ $ports = append $ports (trimPrefix ":" . | int) }}{{ end }}
{{- end }}
{{- $ports | uniq | toJson }}
{{- end -}}

{{- define "fleet.podSecurity" -}}
runAsNonRoot: true
runAsUser: 10001
runAsGroup: 10001
fsGroup: 10001
seccompProfile: {type: RuntimeDefault}
{{- end -}}

{{- define "fleet.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities: {drop: [ALL]}
{{- end -}}

{{/* Liveness is probed early and often. Readiness only controls traffic, because restoring state may take long. */}}
{{- define "fleet.probes" -}}
startupProbe:
  # It answers seconds after Java has started, before the service waits for anything; on a busy node that takes a minute.
  httpGet: {path: /health/live, port: metrics}
  periodSeconds: 2
  timeoutSeconds: 2
  failureThreshold: 90
livenessProbe:
  httpGet: {path: /health/live, port: metrics}
  periodSeconds: 10
  timeoutSeconds: 5
  failureThreshold: 3
readinessProbe:
  httpGet: {path: /health/ready, port: metrics}
  periodSeconds: 5
  timeoutSeconds: 3
{{- end -}}

{{- define "fleet.placement" -}}
{{- with .root.Values.nodeSelector }}
nodeSelector: {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .root.Values.tolerations }}
tolerations: {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .root.Values.affinity }}
affinity: {{- toYaml . | nindent 2 }}
{{- end }}
topologySpreadConstraints:
  - maxSkew: 1
    topologyKey: kubernetes.io/hostname
    whenUnsatisfiable: ScheduleAnyway
    labelSelector:
      matchLabels: {{- include "fleet.selector" . | nindent 8 }}
{{- end -}}

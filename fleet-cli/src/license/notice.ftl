<#-- dependencyMap: Map.Entry<MavenProject, List<license>>, as license-maven-plugin gives it to its templates. -->
<#assign hasAvro = false>
Third-party software in the jars of this distribution, by the POMs of its authors. Where several licences are named, each
library may be used under any of them. Their texts, and the authors' own notices, are in the jars below META-INF.

<#list dependencyMap as entry>
<#assign project = entry.getKey()>
<#if project.artifactId == "avro"><#assign hasAvro = true></#if>
${project.groupId}:${project.artifactId}:${project.version}
    <#list entry.getValue() as license>${license}<#if license_has_next> or </#if></#list>
    ${(project.url)!"-"}
</#list>
<#if hasAvro>

schemas.jar has a part of Apache Flink's flink-sql-avro-confluent-registry in it (Apache-2.0), which itself bundles these under
other package names, all under Apache-2.0. Their versions are in META-INF/NOTICE and below META-INF/maven of that jar.

io.confluent:kafka-schema-registry-client
io.confluent:common-utils
org.apache.kafka:kafka-clients
org.apache.avro:avro
com.fasterxml.jackson.core:jackson-annotations
com.fasterxml.jackson.core:jackson-core
com.fasterxml.jackson.core:jackson-databind

The script of echarts has these in it: zrender (BSD-3-Clause) and tslib (0BSD).
</#if>

# Generated from event-specs/specs and never edited by hand: a test compares, and -Dgolden.update=true writes it anew.
<#list topics as topic>
---
apiVersion: kafka.strimzi.io/v1
kind: KafkaTopic
metadata:
  name: ${topic.name()}
  labels:
    strimzi.io/cluster: ${cluster}
spec:
  partitions: ${topic.partitions()}
  replicas: ${copies}
  config:
    cleanup.policy: delete
    compression.type: ${topic.compression()}
    max.message.bytes: ${topic.maxMessageBytes()}
    min.insync.replicas: ${copies - 1}
    retention.ms: ${topic.retention().toMillis()}
</#list>

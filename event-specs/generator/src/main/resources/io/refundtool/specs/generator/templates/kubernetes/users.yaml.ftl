# Generated from event-specs/specs and never edited by hand: a test compares, and -Dgolden.update=true writes it anew.
# For each user Strimzi makes a Secret of the same name, with its password and its sasl.jaas.config.
<#macro acl type name pattern operations>
      - resource: {type: ${type}, name: ${name}, patternType: ${pattern}}
        operations: [${operations?join(", ")}]
</#macro>
<#list users as user>
---
apiVersion: kafka.strimzi.io/v1
kind: KafkaUser
metadata:
  name: ${user.name()}
  labels:
    strimzi.io/cluster: ${cluster}
spec:
  authentication:
    type: scram-sha-512
  authorization:
    type: simple
    acls:
<#list user.topics() as access>
<@acl type="topic" name=access.topic() pattern="literal" operations=access.operations()/>
</#list>
<#if user.reads()>
<@acl type="group" name=user.name() pattern="prefix" operations=["Describe", "Read"]/>
</#if>
<#if user.streams()>
<@acl type="topic" name=user.name() + "-" pattern="prefix" operations=["Create", "Describe", "DescribeConfigs", "Read", "Write"]/>
<@acl type="transactionalId" name=user.name() + "-" pattern="prefix" operations=["Describe", "Write"]/>
</#if>
</#list>

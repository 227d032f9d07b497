// Code generated from common/types.v1.yaml. DO NOT EDIT.

package events
<#list limits as limit>

${limit}
</#list>

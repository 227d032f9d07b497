<#list lines as line>
  ${line.quantity} × ${line.name}: ${line.amount}
</#list>
<#if moreLines gt 0>
  … (+${moreLines})
</#if>

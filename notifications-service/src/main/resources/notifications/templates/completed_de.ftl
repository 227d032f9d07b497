Ihre Erstattung von ${amount} zur Bestellung ${orderId} ist ausgezahlt

Guten Tag,

wir haben Ihnen ${amount} zur Bestellung ${orderId} vom ${orderedOn} erstattet.
Je nach Bank kann es einige Tage dauern, bis der Betrag bei Ihnen zu sehen ist.

Erstattung ${refundId}:
<#include "lines.ftl">
<#if receiptLinks?has_content>

Ihre Kassenbelege:
<#list receiptLinks as link>
  ${link}
</#list>
</#if>

<#include "signature.ftl">

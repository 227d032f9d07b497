Ihre Erstattung von ${amount} zur Bestellung ${orderId} wurde zurückgenommen

Guten Tag,

die Erstattung von ${amount} zur Bestellung ${orderId} vom ${orderedOn} wurde gestoppt, als schon Geld ausgezahlt war.
Die Zahlung wurde zurückgeholt, diese Erstattung wird Ihnen also nicht gutgeschrieben.

Erstattung ${refundId}:
<#include "lines.ftl">
<#if receiptLinks?has_content>

Ihre Kassenbelege:
<#list receiptLinks as link>
  ${link}
</#list>
</#if>

Wenn Sie das nicht veranlasst haben, schreiben Sie bitte unserem Kundendienst und nennen Sie Bestellung und Erstattung.

<#include "signature.ftl">

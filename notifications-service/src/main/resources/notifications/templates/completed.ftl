Your refund of ${amount} for order ${orderId} has been paid out

Hello,

we have returned ${amount} to you for order ${orderId} of ${orderedOn}.
Depending on your bank it can take a few days until you see the money.

Refund ${refundId}:
<#include "lines.ftl">
<#if receiptLinks?has_content>

Your tax receipts:
<#list receiptLinks as link>
  ${link}
</#list>
</#if>

<#include "signature.ftl">

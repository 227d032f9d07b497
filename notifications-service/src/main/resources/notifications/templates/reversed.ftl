Your refund of ${amount} for order ${orderId} was taken back

Hello,

the refund of ${amount} for order ${orderId} of ${orderedOn} was stopped when money had already been paid out.
The payment was taken back, so this refund is not credited to you.

Refund ${refundId}:
<#include "lines.ftl">
<#if receiptLinks?has_content>

Your tax receipts:
<#list receiptLinks as link>
  ${link}
</#list>
</#if>

If you did not ask for this, please contact our customer service and name the order and the refund.

<#include "signature.ftl">

Возврат ${amount} по заказу ${orderId} выплачен

Здравствуйте!

Мы вернули вам ${amount} по заказу ${orderId} от ${orderedOn}.
Деньги могут поступить в течение нескольких дней — это зависит от вашего банка.

Возврат ${refundId}:
<#include "lines.ftl">
<#if receiptLinks?has_content>

Ваши кассовые чеки:
<#list receiptLinks as link>
  ${link}
</#list>
</#if>

<#include "signature.ftl">

Возврат ${amount} по заказу ${orderId} отозван

Здравствуйте!

Возврат ${amount} по заказу ${orderId} от ${orderedOn} остановлен, когда деньги уже были выплачены.
Платёж отозван, поэтому деньги по этому возврату вам не поступят.

Возврат ${refundId}:
<#include "lines.ftl">
<#if receiptLinks?has_content>

Ваши кассовые чеки:
<#list receiptLinks as link>
  ${link}
</#list>
</#if>

Если вы этого не просили, напишите в нашу службу поддержки и укажите номера заказа и возврата.

<#include "signature.ftl">

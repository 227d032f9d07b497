<?php

// Code generated from common/types.v1.yaml. DO NOT EDIT.

declare(strict_types=1);

namespace RefundTool\Events\Common;

${doc}
enum ${name}: string
{
<#list cases as case>
    case ${case.name()} = '${case.wire()}';
</#list>
}

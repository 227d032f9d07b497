<?php

// Code generated from common/types.v1.yaml. DO NOT EDIT.

declare(strict_types=1);

namespace RefundTool\Events\Common;

/** The limits that have a name in the specs: of texts the least and most code points and a pattern, of numbers the bounds. */
final class Limits
{
<#list limits as limit>
${limit}

</#list>
    private function __construct()
    {
    }
}

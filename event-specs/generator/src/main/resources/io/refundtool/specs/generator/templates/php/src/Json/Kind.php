<?php

declare(strict_types=1);

namespace RefundTool\Events\Json;

/**
 * The kinds of JSON values, as messages name them.
 *
 * @internal
 */
enum Kind: string
{
    case Object = 'an object';
    case List = 'a list';
    case Text = 'a text';
    case Number = 'a number';
    case Boolean = 'a boolean';
    case Null = 'null';
}

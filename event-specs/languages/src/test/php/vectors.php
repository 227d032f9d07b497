<?php

/**
 * Reads the test vectors that the code of every language is tested with: php vectors.php <library> <vectors>.
 * It names no type of event, so that it tests the code of any specs.
 */

declare(strict_types=1);

use RefundTool\Events\EventCodec;
use RefundTool\Events\EventType;
use RefundTool\Events\InvalidEventException;

require __DIR__ . '/expect.php';
[, $library, $vectors] = $argv;
require "$library/autoload.php";

/** @return array<string, string> the vectors by their names, which say nothing of whether they are packed */
function vectors(string $vectors, EventType $type, string $verdict): array
{
    $found = [];
    foreach (glob("$vectors/{$type->value}/$verdict/*.json*") ?: [] as $file) {
        $data = (string) file_get_contents($file);
        $name = (string) preg_replace('/\.gz$/', '', basename($file));
        $found[$name] = str_ends_with($file, '.gz') ? (string) gzdecode($data) : $data;
    }
    expect($found !== [], "$verdict vectors of {$type->value}", 'there are none');

    return $found;
}

foreach (glob("$library/src/{*,*/*}.php", GLOB_BRACE) ?: [] as $file) {
    require_once $file;
}
foreach (glob("$vectors/*", GLOB_ONLYDIR) ?: [] as $directory) {
    $name = basename($directory);
    expect(EventType::tryFrom($name) !== null, "$name to be a type of event", 'there is none of this name');
}

foreach (EventType::cases() as $type) {
    $valid = vectors($vectors, $type, 'valid');
    foreach ($valid as $name => $json) {
        $what = "{$type->value}/valid/$name";
        try {
            $event = EventCodec::readStrictly($type, $json);
            $canonical = $valid[preg_replace('/~.*$/', '.json', $name)];
            expect($event->toJson() === $canonical, "$what to be written as $canonical", "it is {$event->toJson()}");
            expect($event->eventType() === $type, "$what to have its type", "it is {$event->eventType()->value}");
            $key = "\"{$type->keyProperty()}\":\"{$event->key()}\"";
            expect(str_contains($canonical, $key), "$what to have its key", "it is {$event->key()}");
            $again = $event::fromJson(json_encode($event, JSON_THROW_ON_ERROR));
            expect($again->toJson() === $canonical, "$what to go through json_encode", "it became {$again->toJson()}");
        } catch (InvalidEventException $refusal) {
            expect(false, "$what to be accepted", $refusal->getMessage());
        }
    }
    foreach (vectors($vectors, $type, 'invalid') as $name => $json) {
        $what = "{$type->value}/invalid/$name";
        $refusal = refusal(static fn () => EventCodec::readStrictly($type, $json));
        expect($refusal !== null, "$what to be refused", 'it is accepted');
        if (preg_match('/@(.*)\.json$/', $name, $path) === 1) {
            expect($refusal?->path === $path[1], "$what to be refused at its path", (string) $refusal?->getMessage());
        }
        $skips = str_starts_with($name, 'property-is-unknown@');
        $reading = refusal(static fn () => EventCodec::read($type, $json));
        expect($skips === ($reading === null), "$what to be read only if later editions may have it", 'it is not so');
    }
}
finish();

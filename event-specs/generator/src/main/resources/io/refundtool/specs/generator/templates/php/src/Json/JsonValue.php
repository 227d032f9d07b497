<?php

declare(strict_types=1);

namespace RefundTool\Events\Json;

use RefundTool\Events\InvalidEventException;

/**
 * A value of a JSON document, read as the type that the spec has there.
 *
 * @internal
 */
final class JsonValue extends JsonPlace
{
    /** Expects an object with no other properties than these, or with any if it is not read strictly. */
    public function object(string ...$names): void
    {
        $this->expect(Kind::Object);
        foreach ($this->strict ? $this->children : [] as $child) {
            if (!in_array($child->name, $names, true)) {
                throw $child->invalid('must be a property of the spec, but the spec has none of this name');
            }
        }
    }

    public function required(string $name): self
    {
        return $this->optional($name)
            ?? throw (new self($this, $name, $this->strict))->invalid('must be there, but is missing');
    }

    public function optional(string $name): ?self
    {
        return $this->children[$name] ?? null;
    }

    public function text(): string
    {
        $this->expect(Kind::Text);

        return $this->broken ? throw $this->invalid('must be Unicode, but has half a surrogate pair') : $this->text;
    }

    public function time(): \DateTimeImmutable
    {
        return TimeText::parse($this->text()) ?? throw $this->invalid(
            'must be a time in UTC with at most microseconds such as 2026-01-31T12:00:00Z, but is not',
        );
    }

    public function number(): int
    {
        $this->expect(Kind::Number);
        $number = WholeNumber::parse($this->text);

        return is_int($number) ? $number : throw $this->invalid("must be a whole number of 64 bits, but $number");
    }

    /**
     * @template T of \BackedEnum
     * @param class-string<T> $enum
     * @return T
     */
    public function choice(string $enum): \BackedEnum
    {
        return $enum::tryFrom($this->text()) ?? throw $this->invalid(Choices::problem($enum, $this->text));
    }

    /**
     * @template T
     * @param class-string<T> $class
     * @return T
     */
    public function record(string $class): mixed
    {
        return $class::read($this);
    }

    /** @return list<string> */
    public function texts(): array
    {
        return $this->list(static fn (self $element): string => $element->text());
    }

    /** @return list<\DateTimeImmutable> */
    public function times(): array
    {
        return $this->list(static fn (self $element): \DateTimeImmutable => $element->time());
    }

    /** @return list<int> */
    public function numbers(): array
    {
        return $this->list(static fn (self $element): int => $element->number());
    }

    /**
     * @template T of \BackedEnum
     * @param class-string<T> $enum
     * @return list<T>
     */
    public function choices(string $enum): array
    {
        return $this->list(static fn (self $element): \BackedEnum => $element->choice($enum));
    }

    /**
     * @template T
     * @param class-string<T> $class
     * @return list<T>
     */
    public function records(string $class): array
    {
        return $this->list(static fn (self $element): mixed => $element->record($class));
    }

    /**
     * Calls the constructor; what it refuses is seen from here.
     *
     * @template T
     * @param class-string<T> $class
     * @param array<string, mixed> $properties
     * @return T
     */
    public function construct(string $class, array $properties): mixed
    {
        try {
            return new $class(...$properties);
        } catch (InvalidEventException $refusal) {
            throw $refusal->within($this->path());
        }
    }

    /** @return list<mixed> */
    private function list(\Closure $read): array
    {
        $this->expect(Kind::List);

        return array_map($read, array_values($this->children));
    }

    private function expect(Kind $kind): void
    {
        if ($this->kind !== $kind) {
            throw $this->invalid("must be {$kind->value}, but is {$this->kind->value}");
        }
    }
}

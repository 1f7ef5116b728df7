declare const brand: unique symbol;

/** A plain value that knows its unit: `Brand<bigint, 'ticks'>` is not assignable from a bare bigint. */
export type Brand<Value, Unit extends string> = Value & { readonly [brand]: Unit };

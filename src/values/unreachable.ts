/** Guards the end of a fold over a closed union: a variant that is not handled fails the build here. */
export function unreachable(value: never): never {
  throw new Error(`Unhandled variant: ${JSON.stringify(value)}`);
}

/** A syntax tree without positions, for comparison. */
export function shape(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shape);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'range')
      .map(([key, inner]) => [key, shape(inner)]),
  );
}

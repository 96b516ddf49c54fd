/** The signs that compare, and what each says of an order (negative, 0 or positive). */
export const ORDER_TESTS: Readonly<Record<'==' | '!=' | '<' | '<=' | '>' | '>=', (order: number) => boolean>> = {
  '==': (order) => order === 0,
  '!=': (order) => order !== 0,
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
};

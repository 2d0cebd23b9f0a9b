/** Values of one factor, e.g. every language. */
export type Factors = readonly (readonly unknown[])[];

/** One run: for each factor, the index of its value. */
export type Run = readonly number[];

/**
 * Runs in which every value of each factor meets every value of each other factor at least once. The first two factors
 * give the rows, as a whole product; each further column is filled with the value that makes most new pairs, and rows
 * are added for what is left (the in-parameter-order strategy of Lei and Tai). Deterministic.
 */
export function pairs(factors: Factors): Run[] {
  const sizes = factors.map(({ length }) => length);
  let rows: number[][] = [[]];
  for (const [column, size] of sizes.entries()) {
    const values = range(size);
    if (column < 2) {
      rows = rows.flatMap((row) => values.map((value) => [...row, value]));
      continue;
    }
    const open = new Set(
      range(column).flatMap((other) =>
        range(sizes[other] ?? 0).flatMap((a) => values.map((b) => key(other, a, b))),
      ),
    );
    const meet = (row: readonly number[], value: number): string[] =>
      row.slice(0, column).flatMap((a, other) => (a < 0 ? [] : key(other, a, value)));
    const fill = (row: number[], value: number): void => {
      for (const pair of meet(row, value)) open.delete(pair);
      row[column] = value;
    };
    for (const [index, row] of rows.entries()) {
      // Ties go round, so that values are used about equally often.
      const turned = values.map((value) => (value + index) % size);
      const gain = (value: number): number => meet(row, value).filter((pair) => open.has(pair)).length;
      fill(
        row,
        turned.reduce((best, value) => (gain(value) > gain(best) ? value : best)),
      );
    }
    for (const pair of open) {
      const [other = 0, a = 0, b = 0] = pair.split(' ').map(Number);
      const found = rows.find(
        (row) => (row[other] === -1 || row[other] === a) && row[column] === b && row.includes(-1),
      );
      const row = found ?? range(column).map(() => -1);
      row[other] = a;
      fill(row, b);
      if (!found) rows.push(row);
    }
  }
  // What is still free may be anything.
  return rows.map((row) => row.map((value) => Math.max(value, 0)));
}

/** Every combination. */
export function product(factors: Factors): Run[] {
  return factors.reduce<Run[]>(
    (rows, { length }) => rows.flatMap((row) => range(length).map((value) => [...row, value])),
    [[]],
  );
}

const range = (length: number): number[] => [...Array(length).keys()];
const key = (other: number, a: number, b: number): string => `${other} ${a} ${b}`;

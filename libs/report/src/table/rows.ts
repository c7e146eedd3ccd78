/** The sum over rows of what is picked from each; won where won is picked. */
export const total = <T>(rows: readonly T[], pick: (row: T) => bigint): bigint => rows.reduce((sum, row) => sum + pick(row), 0n);

/** Rows by what they have in common, in their order. */
export function grouped<T>(rows: readonly T[], key: (row: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group === undefined) groups.set(key(row), [row]);
    else group.push(row);
  }
  return groups;
}

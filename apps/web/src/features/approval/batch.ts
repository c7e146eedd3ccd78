import { leavesOf } from './input-view.js';

interface Draft {
  readonly command: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** Drafts of one kind side by side: what all of them say, and where they differ. */
export interface BatchGroup<Item extends Draft> {
  readonly command: string;
  readonly items: readonly Item[];
  /** JSON pointers whose value is the same everywhere, with that value. */
  readonly common: ReadonlyMap<string, unknown>;
  /** JSON pointers whose value differs, or that some do not have. */
  readonly differing: readonly string[];
}

/** Groups drafts by command, in the order given; the differences are what a signer of many has to look at. */
export function groupDrafts<Item extends Draft>(drafts: readonly Item[]): BatchGroup<Item>[] {
  const commands = [...new Set(drafts.map(({ command }) => command))];
  return commands.map((command) => {
    const items = drafts.filter((draft) => draft.command === command);
    const leaves = items.map(({ input }) => leavesOf(input));
    const pointers = [...new Set(leaves.flatMap((each) => [...each.keys()]))];
    const isCommon = (pointer: string): boolean => leaves.every((each) => each.has(pointer) && each.get(pointer) === leaves[0]?.get(pointer));
    const common = pointers.filter(isCommon).map((pointer) => [pointer, leaves[0]?.get(pointer)] as const);
    return { command, items, common: new Map(common), differing: pointers.filter((pointer) => !isCommon(pointer)) };
  });
}

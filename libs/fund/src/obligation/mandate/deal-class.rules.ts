import type { DealClass, Traits } from './mandate.js';

/** Whether a deal with these traits is of the class. */
export function isOfClass(traits: Traits, dealClass: DealClass): boolean {
  switch (dealClass.kind) {
    case 'EVERY':
      return true;
    case 'TRAIT':
      return dealClass.values.includes(traits[dealClass.dimension] ?? '');
    case 'ALL_OF':
      return dealClass.classes.every((each) => isOfClass(traits, each));
    case 'ANY_OF':
      return dealClass.classes.some((each) => isOfClass(traits, each));
    case 'NOT':
      return !isOfClass(traits, dealClass.class);
  }
}

/** For one kind of deal, the classes of a list it is of. */
export type Membership = readonly boolean[];

/**
 * The kinds of deal that differ for these classes and are worth making: every combination of the values that classes name
 * (and of none of them), without those whose classes another one has and more. A won put into one of them does as much
 * as a won can.
 */
export function bestMemberships(classes: readonly DealClass[]): Membership[] {
  const kinds = new Map<string, Membership>();
  for (const traits of combinations(namedValues(classes))) {
    const membership = classes.map((each) => isOfClass(traits, each));
    kinds.set(membership.map(Number).join(''), membership);
  }
  const all = [...kinds.values()];
  return all.filter((each) => !all.some((other) => other !== each && contains(other, each)));
}

const contains = (larger: Membership, smaller: Membership): boolean => smaller.every((is, index) => !is || larger[index] === true);

function namedValues(classes: readonly DealClass[]): Map<string, Set<string>> {
  const dimensions = new Map<string, Set<string>>();
  const visit = (each: DealClass): void => {
    if (each.kind === 'TRAIT') dimensions.set(each.dimension, new Set([...(dimensions.get(each.dimension) ?? []), ...each.values]));
    else if (each.kind === 'NOT') visit(each.class);
    else if (each.kind !== 'EVERY') each.classes.forEach(visit);
  };
  classes.forEach(visit);
  return dimensions;
}

function combinations(dimensions: ReadonlyMap<string, ReadonlySet<string>>): Traits[] {
  let all: Traits[] = [{}];
  for (const [dimension, values] of dimensions) {
    all = all.flatMap((traits) => [traits, ...[...values].map((value) => ({ ...traits, [dimension]: value }))]);
  }
  return all;
}

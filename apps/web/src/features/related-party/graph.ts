import type { Relation } from './related-party.requests.js';

export interface PlacedParty {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly x: number;
  readonly y: number;
}

export interface PlacedRelation {
  readonly relation: Relation;
  readonly from: PlacedParty;
  readonly to: PlacedParty;
}

export interface PlacedGraph {
  readonly width: number;
  readonly height: number;
  readonly parties: readonly PlacedParty[];
  readonly relations: readonly PlacedRelation[];
}

const [COLUMN, ROW, LEFT, TOP] = [260, 64, 120, 36];

/**
 * Parties in columns by how many steps they are away from those that nothing leads to (general partners mostly): read from
 * left to right like the relations themselves. Whoever is in a ring starts where they are first met.
 */
export function placed(relations: readonly Relation[]): PlacedGraph {
  const parties = new Map<string, { name: string; kind: string }>();
  for (const { fromId, from, fromKind, toId, to, toKind } of relations) {
    parties.set(fromId, { name: from, kind: fromKind });
    parties.set(toId, { name: to, kind: toKind });
  }
  const depths = depthsOf([...parties.keys()], relations);
  const rows = new Map<number, number>();
  const spots = [...parties].map(([id, { name, kind }]): PlacedParty => {
    const depth = depths.get(id) ?? 0;
    const row = rows.get(depth) ?? 0;
    rows.set(depth, row + 1);
    return { id, name, kind, x: LEFT + depth * COLUMN, y: TOP + row * ROW };
  });
  const byId = new Map(spots.map((spot) => [spot.id, spot]));
  const drawn = relations.flatMap((relation) => {
    const [from, to] = [byId.get(relation.fromId), byId.get(relation.toId)];
    return from === undefined || to === undefined ? [] : [{ relation, from, to }];
  });
  return { width: LEFT * 2 + Math.max(0, ...depths.values()) * COLUMN, height: TOP * 2 + (Math.max(1, ...rows.values()) - 1) * ROW, parties: spots, relations: drawn };
}

function depthsOf(ids: readonly string[], relations: readonly Relation[]): Map<string, number> {
  const led = new Set(relations.map(({ toId }) => toId));
  const depths = new Map<string, number>();
  const visit = (start: string): void => {
    const queue = [start];
    depths.set(start, 0);
    for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
      for (const { fromId, toId } of relations) {
        const next = fromId === id ? toId : toId === id ? fromId : null;
        if (next === null || depths.has(next)) continue;
        depths.set(next, (depths.get(id) ?? 0) + 1);
        queue.push(next);
      }
    }
  };
  for (const id of ids) if (!led.has(id) && !depths.has(id)) visit(id);
  for (const id of ids) if (!depths.has(id)) visit(id);
  return depths;
}

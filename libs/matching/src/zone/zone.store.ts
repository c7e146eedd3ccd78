import type { CommandContext } from '#libs/command';
import type { Zone } from './zone.js';

export async function insertZones(tx: { query(text: string, values: unknown[]): Promise<unknown> }, { now, commandId }: Pick<CommandContext, 'now' | 'commandId'>, zones: readonly Zone[]): Promise<void> {
  await tx.query(
    `insert into matching_zone (id, code, name_ko, name_en, mode, regions, valid_from, valid_to, source, clause, known_at, command_id)
     select z.id, z.code, z.name ->> 'ko', z.name ->> 'en', z.mode, z.regions, z."from", z."to", z.source, z.clause, $2, $3
       from jsonb_to_recordset($1::jsonb) as z (id uuid, code text, name jsonb, mode text, regions text, "from" date, "to" date, source text, clause text)`,
    [JSON.stringify(zones), now, commandId],
  );
}

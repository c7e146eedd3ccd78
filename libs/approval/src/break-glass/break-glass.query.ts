import type { Tx } from '#libs/database';
import type { BreakGlass } from './break-glass.js';

/** Every emergency with all that was done in it, the latest first. */
export async function listBreakGlasses(tx: Tx): Promise<BreakGlass[]> {
  return tx.query(
    `select b.id, b.user_id as "userId", u.name as "userName", b.commands, b.reason, b.opened_at as "openedAt", b.open_until as "openUntil",
            (select coalesce(jsonb_agg(jsonb_build_object('commandId', c.id, 'command', c.command, 'at', c.acted_at) order by c.acted_at), '[]')
               from break_glass_use x join command_log c on c.id = x.command_id where x.break_glass_id = b.id) as uses
       from break_glass b join app_user u on u.id = b.user_id order by b.recorded_at desc limit 200`,
  );
}

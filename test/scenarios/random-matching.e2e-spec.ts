import { beforeAll, describe, expect, it } from '@jest/globals';
import { Client, type Answer } from '../support/client.js';
import { askRelease, concludedProject, decideRelease, openedPool, provenDeposit, receiptLine, recordedDeposit, withdraw, type TestPool, type TestProject } from '../support/matching-money.js';
import { withSql } from '../support/sql.js';

/** Some hundred random deeds by several people at once: whatever came through, the government is never out further than private money allows. */

const PEOPLE = 3;
const DEEDS_OF_EACH = 14;

/** The same choices on every run; who comes first is up to the moment. */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** What the books of a project say, beside what its facts allow. */
const FIGURES = `
  select p.agreement_id as id, matching_allowed(p.agreement_id)::text as facts,
         (select coalesce(sum(t.amount_won), 0) from grant_tranche t join grant_tranche_state s on s.tranche_id = t.id where t.agreement_id = p.agreement_id and s.state = 'DECIDED')::text as decided,
         (select coalesce(sum(c.over_released_won), 0) from matching_clawback c join matching_clawback_end e on e.clawback_id = c.id where c.agreement_id = p.agreement_id and e.outcome = 'DECIDED')::text as claimed,
         (select coalesce(sum(c.total_won), 0) from matching_clawback c where c.agreement_id = p.agreement_id and not exists (select 1 from matching_clawback_end e where e.clawback_id = c.id))::text as proposed,
         ${['allowed', 'room', 'released', 'over-released'].map((chart) => `(select coalesce(sum(b.balance), 0) from ledger_account a join account_balance b on b.account_id = a.id where a.key = 'grant/' || p.call_id || '/matching.${chart}/' || p.agreement_id)::text as "${chart}"`).join(',\n         ')}
    from matching_project p where p.call_id = $1`;

type Figures = Record<'id' | 'facts' | 'decided' | 'claimed' | 'proposed' | 'allowed' | 'room' | 'released' | 'over-released', string>;

describe('matching projects, whatever several people do to them at once', () => {
  let pool: TestPool;
  let projects: TestProject[];
  const matches: string[] = [];
  const statuses: number[] = [];

  beforeAll(async () => {
    pool = await openedPool();
    projects = [await concludedProject(pool, { privateWon: '30000000' }), await concludedProject(pool, { privateWon: '70000001' })];
  });

  async function one(random: (below: number) => number): Promise<Answer | null> {
    const [finance, checker] = [Client.as('finance'), Client.as('checker')];
    const project = projects[random(projects.length)] as TestProject;
    const amountWon = `${1 + random(20_000_000)}`;
    switch (random(7)) {
      case 0:
      case 1: {
        const { matchId } = await provenDeposit(project, amountWon, random(5) === 0 ? { source: 'GUARANTEED_LOAN' } : {});
        matches.push(matchId);
        return null;
      }
      case 2: {
        const depositId = await recordedDeposit(project, amountWon);
        const { lineId } = await receiptLine(amountWon, project.company);
        return checker.post(`/matching-deposits/${depositId}/proof`, { lineId });
      }
      case 3: {
        const matchId = matches[random(matches.length)];
        return matchId === undefined ? null : checker.post(`/bank-matches/${matchId}/undo`, { reason: '다시 확인' });
      }
      case 4:
        return withdraw(project, amountWon);
      case 5: {
        const clawbacks = (await finance.get(`/matching-pools/${pool.id}/clawbacks`)).body as { id: string; state: string; totalWon: string }[];
        const proposed = clawbacks.find(({ state }) => state === 'PROPOSED');
        return proposed === undefined ? null : checker.post(`/matching-clawbacks/${proposed.id}/decision`, { amountWon: proposed.totalWon, noticeOn: new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10) });
      }
      default: {
        const asked = await askRelease(project, amountWon);
        return asked.status === 201 ? decideRelease(asked.body.releaseId as string, amountWon) : asked;
      }
    }
  }

  it('run without a fault of the program', async () => {
    await Promise.all(
      Array.from({ length: PEOPLE }, async (_, person) => {
        const random = randomNumbers(20_210_604 + person);
        for (let deed = 0; deed < DEEDS_OF_EACH; deed += 1) {
          const answer = await one(random);
          if (answer !== null) statuses.push(answer.status);
        }
      }),
    );
    expect(statuses.filter((status) => status >= 500)).toEqual([]);
    expect(statuses.filter((status) => status < 300).length).toBeGreaterThan(5);
  }, 180_000);

  it('leave books that say what the facts say', async () => {
    const rows = await withSql('OWNER', async (sql) => (await sql.query<Figures>(FIGURES, [pool.id])).rows);
    expect(rows).toHaveLength(2);
    for (const row of rows) {
      const [allowed, room, released, over] = [BigInt(row.allowed), BigInt(row.room), BigInt(row.released), BigInt(row['over-released'])];
      expect(row.allowed).toBe(row.facts);
      expect(released).toBe(BigInt(row.decided) - BigInt(row.claimed));
      expect(over).toBe(released > allowed ? released - allowed : 0n);
      expect(room).toBe(allowed - (released - over));
      expect(released - over <= allowed && room >= 0n).toBe(true);
      expect(row.proposed).toBe(row['over-released']);
    }
  });
});

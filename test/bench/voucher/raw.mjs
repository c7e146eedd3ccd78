/**
 * The raw limit: the rows of one capture in one SQL transaction per request over the bare driver, as the application's role and
 * under the same triggers. Nobody signs in, nothing is validated or read, no announcement goes out; accounts and ids are known
 * beforehand. Two spellings: prepared statements one after the other, and all of it in one prepared statement.
 */
import { createHash, randomUUID } from 'node:crypto';
import { connect } from './ground.mjs';
import { serviceOf, YEAR_OF_CAPTURES } from './fill.mjs';

const BOOK = `voucher/${YEAR_OF_CAPTURES}`;
const TODAY = `(now() at time zone 'Asia/Seoul')::date`;
const PARAMETERS = { amount: 'bigint', command: 'uuid', service: 'uuid', claim: 'uuid', voucher: 'uuid', payee: 'uuid', hold: 'uuid', actor: 'uuid', key: 'text', hash: 'text', input: 'jsonb', result: 'jsonb', entry: 'bigint' };

const EVENT = `insert into service_event (service_id, event, happened_on, known_at, command_id) values (:service, 'capture', ${TODAY}, now(), :command)`;
const HOLD = `insert into ledger_hold_event (hold_id, event_no, kind, amount, command_id) values (:hold, 1, 'CAPTURED', :amount, :command)`;
const CAPTURE = `insert into service_capture (service_id, claim_id, payee_id, public_won, own_won, captured_on, known_at, command_id)
  values (:service, :claim, :payee, :amount, 0, ${TODAY}, now(), :command)`;
const DEBT = `insert into payable (id, book, kind, subject_id, payee_id, purpose, amount_won, due_on, detail, known_at, command_id)
  values (gen_random_uuid(), '${BOOK}', 'voucher.claim', :service, :payee, 'raw', :amount, ${TODAY}, jsonb_build_object('voucherId', :voucher, 'publicWon', :amount::text, 'ownWon', '0'), now(), :command)`;
const ENTRY = `insert into journal_entry (posting, book, effective_on, known_at, command_id, subject_kind, subject_id, memo)
  values ('voucher.service-captured', '${BOOK}', ${TODAY}, now(), :command, 'service', :service, 'raw') returning id`;
const LOG = `insert into command_log (id, command, actor_id, actor_login, actor_roles, idempotency_key, input_hash, input, outcome, result, verdicts, acted_at, subject_ids)
  values (:command, 'service.capture', :actor, 'checker', '{FINANCE_CHECKER}', :key, :hash, :input, 'DONE', :result, '[]', now(), array[:service])`;
const linesOf = (count, from = '') => `insert into entry_line (entry_id, line_no, account_id, side, amount, fiscal_year)
  select ${from === '' ? ':entry' : 'entry.id'}, l.no, l.account, l.side, :amount, extract(year from ${TODAY})::smallint
    from ${from}(values ${Array.from({ length: count }, (_, at) => `(${at + 1}, :account${at}, '${at % 2 === 0 ? 'D' : 'C'}')`).join(', ')}) as l (no, account, side)`;

/** A statement with names for parameters as the driver takes it, prepared once on each connection. */
function prepared(name, text) {
  const names = [];
  const numbered = text.replace(/(?<!:):([a-z]+\d*)/g, (_, parameter) => {
    if (!names.includes(parameter)) names.push(parameter);
    return `$${names.indexOf(parameter) + 1}::${PARAMETERS[parameter] ?? 'bigint'}`;
  });
  return (client, values) => client.query({ name, text: numbered, values: names.map((parameter) => values[parameter]) });
}

/** Nine round trips: begin, seven statements, commit. */
function stepByStep(lineCount) {
  const before = [prepared('event', EVENT), prepared('hold', HOLD), prepared('capture', CAPTURE), prepared('debt', DEBT)];
  const [entry, lines, log] = [prepared('entry', ENTRY), prepared(`lines ${lineCount}`, linesOf(lineCount)), prepared('log', LOG)];
  return async (client, values) => {
    await client.query('begin');
    for (const statement of before) await statement(client, values);
    const { rows } = await entry(client, values);
    await lines(client, { ...values, entry: rows[0].id });
    await log(client, values);
    await client.query('commit');
  };
}

/** One round trip: the same inserts as parts of one statement, which is its own transaction. The hold is freed before its money is spent, and the debt follows what was decided: the parts run from the last to the first. */
function atOnce(lineCount) {
  return prepared(`capture ${lineCount}`, `with entry as (${ENTRY}), lines as (${linesOf(lineCount, 'entry, ')}), debt as (${DEBT}), capture as (${CAPTURE}), hold as (${HOLD}), event as (${EVENT}) ${LOG}`);
}

export const SPELLINGS = { 'nine round trips': stepByStep, 'one round trip': atOnce };

/** What each request needs, read once. `control`: with the lines of the account that all captures share, as the program posts. */
async function readCaptures(owner, { from, to, control }) {
  const { rows } = await owner.query(
    `select s.id as service, c.id as claim, s.voucher_id as voucher, p.party_id as payee, s.government_won as amount, s.hold_id as hold, b.id as balance, r.id as redeemed, o.id as outstanding, u.id as payable
       from unnest($1::uuid[]) with ordinality as w (id, place)
       join voucher_service s on s.id = w.id join service_claim c on c.service_id = s.id join service_provider p on p.id = s.provider_id
       join ledger_account b on b.key = '${BOOK}/voucher.balance/' || s.voucher_id
       join ledger_account r on r.key = '${BOOK}/voucher.redeemed/' || p.party_id
       join ledger_account o on o.key = '${BOOK}/voucher.outstanding'
       join ledger_account u on u.key = '${BOOK}/voucher.payable-public/' || p.party_id
      order by w.place`,
    [Array.from({ length: to - from }, (_, index) => serviceOf(from + index))],
  );
  return rows.map(({ outstanding, payable, balance, redeemed, ...row }) => {
    const accounts = [...(control ? [outstanding, payable] : []), balance, redeemed];
    return { ...row, ...Object.fromEntries(accounts.map((account, at) => [`account${at}`, account])) };
  });
}

function valuesOf(capture, actorId) {
  const input = JSON.stringify({ serviceId: capture.service });
  const result = JSON.stringify({ effect: null, id: capture.service, ownWon: '0', publicWon: capture.amount, releasedWon: '0' });
  return { ...capture, command: randomUUID(), actor: actorId, key: `raw-${capture.service}`, hash: createHash('sha256').update(input).digest('hex'), input, result };
}

/** Captures a second with `clients` connections, for `seconds` or until the services `from`..`to` are over. */
export async function rawCaptures(books, { meter, spelling, clients, seconds, from, to, control = true, actorId }) {
  const captures = await readCaptures(books.owner, { from, to, control });
  const send = SPELLINGS[spelling](control ? 4 : 2);
  const connections = await Promise.all(Array.from({ length: clients }, () => connect(books.urls.application)));
  for (const client of connections) await client.query(`select set_config('baton.scopes', '*', false), set_config('baton.actor', $1, false)`, [actorId]);
  const latencies = [];
  let next = 0;
  const processor = meter.start();
  const started = performance.now();
  const deadline = started + seconds * 1_000;
  await Promise.all(
    connections.map(async (client) => {
      while (performance.now() < deadline && next < captures.length) {
        const values = valuesOf(captures[next++], actorId);
        const sentAt = performance.now();
        await send(client, values);
        latencies.push(performance.now() - sentAt);
      }
    }),
  );
  const elapsed = (performance.now() - started) / 1_000;
  const spent = processor();
  await Promise.all(connections.map((client) => client.end()));
  const sorted = Float64Array.from(latencies).sort();
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  return { done: sorted.length, used: next, elapsed, p50: at(0.5), p99: at(0.99), processor: spent, ranOut: next === captures.length };
}

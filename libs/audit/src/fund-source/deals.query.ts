import type { PackQuestion } from '../pack/pack.js';

/** `$1` funds, `$2` and `$3` the period, `$4` known before: what every statement about funds begins with. */
export const parametersOf = ({ funds, from, to, knownBefore }: PackQuestion): readonly unknown[] => [funds.map(({ id }) => id), from, to, knownBefore];

/** `$1` funds, `$2` the last day of the period, `$3` known before: where the beginning does not matter. */
export const parametersAt = ({ funds, to, knownBefore }: PackQuestion): readonly unknown[] => [funds.map(({ id }) => id), to, knownBefore];

/** Cash deals paid in the period and known by then that were not voided. */
export const DEALS = `
  select i.id, i.fund_id, f.number as fund, f.number || ' ' || f.name as fund_name, f.vintage_id, f.general_partner_id, i.number, i.company_id, y.name as company,
         y.business_number, y.match_name, i.paid_on, i.amount_won, i.instrument, i.claimed_route, i.company_basis, i.known_at, i.command_id
    from investment i join fund f on f.id = i.fund_id join party y on y.id = i.company_id
   where i.fund_id = any($1::uuid[]) and i.kind <> 'CONVERSION' and i.paid_on between $2::date and $3::date and i.known_at < $4
     and not exists (select 1 from investment_void v where v.investment_id = i.id and v.known_at < $4)`;

/** The end of a deal: codes as the register names them. */
export const EXIT_NAMES: Readonly<Record<string, string>> = {
  MERGER: '인수합병',
  OVER_THE_COUNTER: '장외매각',
  LISTING: '상장 후 매각',
  REDEMPTION: '상환',
  LIQUIDATION: '청산',
  PROJECT_SETTLEMENT: '프로젝트 정산',
  WRITE_OFF: '감액(손실처리)',
  RESCISSION: '해제',
};

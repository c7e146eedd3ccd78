import { sumWon } from '#libs/money';
import type { DealOutcome } from '../../fund-outcome/fund-outcome.js';
import { multipleText, rateText } from '../../fund-outcome/words.js';
import { both, dateText, nameIn, textOr, wonText } from '../../report/report-text.js';
import type { ReportBlock, ReportSection } from '../../report/report.js';
import { column } from '../../table/column.js';
import type { ComplianceFacts } from '../fund-compliance.js';
import { INSTRUMENT_NAMES } from '../words.js';
import { stated, sum, words, type Ground } from '../../trace/ground.js';
import { plus } from '../../trace/origin.js';

/** What is still held, at cost and at its last value, and what was impaired. */
export function valuationSection(facts: ComplianceFacts): ReportSection {
  return { id: 'valuation', title: both('12. 평가·손상', 'Valuation and impairment'), blocks: [...holdingBlocks(facts), ...impairmentBlocks(facts)] };
}

const HOLDING_GROUNDS: Readonly<Record<string, Ground>> = {
  costWon: words('투자금액 − 회수원가 (투자·회수 기록)'),
  fairValueWon: stated('기준일 이전 마지막 평가 기록(행의 평가일); 없으면 미회수 원가', 'valuation.record', 'fund-register.import'),
  changeWon: sum('fairValueWon', '-costWon'),
  proceedsWon: stated('회수 기록', 'exit.record', 'fund-register.import'),
  multiple: words('(회수금액 + 공정가치) ÷ 투자원가 (넷째 자리까지)', 'proceedsWon', 'fairValueWon'),
  rate: words('투자금(△), 순회수금, 공정가치의 현금흐름을 0으로 만드는 연 할인율', 'fairValueWon'),
};

function holdingBlocks({ outcome: { deals }, fund, ledger }: ComplianceFacts): ReportBlock[] {
  const held = deals.filter((deal) => deal.outstandingWon > 0n);
  if (held.length === 0) return [{ kind: 'text', text: both('보유 중인 투자자산이 없습니다.', 'Nothing is held.') }];
  const total = (pick: 'outstandingWon' | 'fairValueWon' | 'proceedsWon'): bigint => sumWon(held.map((deal) => deal[pick]));
  return [
    {
      kind: 'table',
      caption: both(`보유 투자자산의 평가 (${held.length}건)`, `Holdings at cost and fair value (${held.length})`),
      columns: [
        column('number', '투자번호', 'No.', 'center'),
        column('company', '기업', 'Company'),
        column('instrument', '투자수단', 'Instrument'),
        column('costWon', '미회수 원가(원)', 'Cost left (won)'),
        column('fairValueWon', '공정가치(원)', 'Fair value (won)'),
        column('changeWon', '평가손익(원)', 'Unrealised (won)'),
        column('proceedsWon', '기회수액(원)', 'Proceeds so far (won)'),
        column('valuedOn', '평가일', 'Valued on'),
        column('method', '평가방법', 'Method'),
        column('multiple', 'MOIC', 'MOIC', 'right'),
        column('rate', 'IRR', 'IRR', 'right'),
      ],
      grounds: HOLDING_GROUNDS,
      ...(ledger.standingVoids.length === 0 ? { totalOrigins: { costWon: [plus(`fund/${fund.id}`, 'fund.investment-cost')] } } : {}),
      rows: held.map(holdingRow),
      totals: {
        number: '', company: '합계', instrument: '',
        costWon: wonText(total('outstandingWon')), fairValueWon: wonText(total('fairValueWon')), changeWon: wonText(total('fairValueWon') - total('outstandingWon')), proceedsWon: wonText(total('proceedsWon')),
        valuedOn: '', method: '', multiple: '', rate: '',
      },
    },
    {
      kind: 'text',
      text: both(
        '기준일 이전의 마지막 평가를 적용하며, 평가 기록이 없는 투자는 미회수 원가로 적습니다. MOIC = (회수금액 + 공정가치) ÷ 투자원가.',
        'The last valuation on or before the date applies; cost where there is none. MOIC = (proceeds + fair value) ÷ cost.',
      ),
    },
  ];
}

const holdingRow = (deal: DealOutcome) => ({
  cells: {
    number: deal.number,
    company: deal.company,
    instrument: nameIn(INSTRUMENT_NAMES, deal.instrument),
    costWon: wonText(deal.outstandingWon),
    fairValueWon: wonText(deal.fairValueWon),
    changeWon: wonText(deal.fairValueWon - deal.outstandingWon),
    proceedsWon: wonText(deal.proceedsWon),
    valuedOn: dateText(deal.valuedOn),
    method: deal.valuedOn === null ? '평가 전(원가)' : textOr(deal.method),
    multiple: multipleText(deal.multiple),
    rate: rateText(deal.rate),
  },
  ...(deal.impairmentWon > 0n ? { tone: 'bad' as const } : {}),
});

/** A valuation states what was impaired until then, so a smaller sum after a larger one is a reversal. */
function impairmentBlocks({ outcome: { valuations, deals } }: ComplianceFacts): ReportBlock[] {
  const companies = new Map(deals.map((deal) => [deal.number, deal.company]));
  const before = new Map<string, bigint>();
  const moves = valuations.flatMap((each) => {
    const change = each.impairmentWon - (before.get(each.investment) ?? 0n);
    before.set(each.investment, each.impairmentWon);
    return change === 0n ? [] : [{ ...each, change }];
  });
  if (moves.length === 0) return [{ kind: 'text', text: both('손상차손을 인식하거나 환입한 투자가 없습니다.', 'Nothing was impaired or reversed.') }];
  return [
    {
      kind: 'table',
      caption: both('손상차손과 환입', 'Impairments and reversals'),
      columns: [
        column('valuedOn', '평가일', 'Valued on'),
        column('number', '투자번호', 'No.', 'center'),
        column('company', '기업', 'Company'),
        column('kind', '구분', 'Kind'),
        column('changeWon', '금액(원)', 'Amount (won)'),
        column('impairmentWon', '손상차손 누계(원)', 'Impaired so far (won)'),
        column('reason', '사유', 'Reason'),
      ],
      grounds: { changeWon: words('손상차손 누계 − 그 투자의 앞선 평가의 손상차손 누계', 'impairmentWon'), impairmentWon: stated('평가 기록의 손상차손', 'valuation.record', 'fund-register.import') },
      rows: moves.map(({ valuedOn, investment, change, impairmentWon, method, note }) => ({
        cells: {
          valuedOn: dateText(valuedOn),
          number: investment,
          company: textOr(companies.get(investment)),
          kind: change > 0n ? '손상' : '환입',
          changeWon: wonText(change),
          impairmentWon: wonText(impairmentWon),
          reason: textOr(note ?? method),
        },
        ...(change > 0n ? { tone: 'bad' as const } : {}),
      })),
    },
  ];
}

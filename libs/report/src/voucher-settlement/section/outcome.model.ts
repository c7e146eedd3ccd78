import { daysBetween } from '#libs/calendar';
import { fraction, roundedPercent, toDecimalString } from '#libs/money';
import { both, percentText } from '../../report/report-text.js';
import { NOTHING, type ReportBlock, type ReportFact, type ReportSection } from '../../report/report.js';
import { column } from '../../table/column.js';
import { grouped } from '../../table/rows.js';
import type { SettlementFacts, SettlementUse } from '../voucher-settlement.js';
import { stated } from '../../trace/ground.js';

type Rated = SettlementUse & { readonly rating: number };

const BEST = 5;

/** How content companies were, and how services were delivered. */
export function outcomeSection({ uses }: SettlementFacts): ReportSection {
  const rated = uses.filter((use): use is Rated => use.rating !== null);
  return {
    id: 'outcome',
    title: both('11. 만족도·성과', 'Satisfaction and outcome'),
    blocks: [
      { kind: 'facts', rows: deliveries(uses) },
      ...ratingBlocks(rated),
      {
        kind: 'text',
        text: both(
          '매출·고용·후속 계약 등 사업화 성과는 아직 조사·등록되지 않아 이 보고서에 없습니다. 빈칸은 성과가 없었다는 뜻이 아닙니다.',
          'Sales, jobs and follow-on contracts have not been surveyed and are not part of this report; that does not mean that there were none.',
        ),
      },
    ],
  };
}

const DELIVERY = stated('결과보고 기록과 계약의 납기', 'service.deliver', 'service.contract');
const RATING = stated('검수 기록에 적은 만족도를 세거나 평균', 'service.accept');

function deliveries(uses: SettlementFacts['uses']): ReportFact[] {
  const delivered = uses.flatMap(({ deliveredOn, contractedOn, dueOn }) => (deliveredOn === null ? [] : [{ days: daysBetween(contractedOn, deliveredOn), inTime: dueOn === null ? null : deliveredOn <= dueOn }]));
  const dated = delivered.filter(({ inTime }) => inTime !== null);
  const inTime = dated.filter((each) => each.inTime === true).length;
  const days = delivered.reduce((sum, each) => sum + each.days, 0);
  return [
    { label: both('결과보고를 낸 서비스', 'Services delivered'), value: `${delivered.length}건`, origin: DELIVERY },
    { label: both('납기 준수', 'Delivered in time'), value: dated.length === 0 ? '납기가 정해진 서비스 없음' : `${inTime}건 / ${dated.length}건 (${percentText(roundedPercent(BigInt(inTime), BigInt(dated.length)))})`, origin: DELIVERY },
    { label: both('계약에서 결과보고까지 평균', 'Contract to delivery, on average'), value: delivered.length === 0 ? NOTHING : `${mean(days, delivered.length)}일`, origin: DELIVERY },
  ];
}

function ratingBlocks(rated: readonly Rated[]): ReportBlock[] {
  if (rated.length === 0) return [{ kind: 'text', text: both('검수할 때 매긴 만족도가 없습니다.', 'No company has rated a service.') }];
  const byProvider = [...grouped(rated, ({ payeeId }) => payeeId).values()];
  const cells = (provider: string, own: readonly Rated[]): Record<string, string> => ({
    provider,
    ratedCount: String(own.length),
    average: mean(own.reduce((sum, { rating }) => sum + rating, 0), own.length),
    ...Object.fromEntries(SCORES.map((score) => [`score${score}Count`, String(own.filter(({ rating }) => rating === score).length)])),
  });
  return [
    {
      kind: 'table',
      caption: both('공급기관별 만족도 (5점 만점)', 'Satisfaction by provider (of 5)'),
      columns: [
        column('provider', '공급기관', 'Provider'),
        column('ratedCount', '평가(건)', 'Rated'),
        column('average', '평균', 'Average', 'right'),
        ...SCORES.map((score) => column(`score${score}Count`, `${score}점`, `${score}`)),
      ],
      grounds: { ratedCount: RATING, average: RATING, ...Object.fromEntries(SCORES.map((score) => [`score${score}Count`, RATING])) },
      rows: byProvider.map((own) => ({ cells: cells(own[0]?.provider ?? NOTHING, own) })),
      totals: cells('전체', rated),
    },
  ];
}

const SCORES = Array.from({ length: BEST }, (_, at) => BEST - at);

/** Half up to two decimals. */
const mean = (sum: number, count: number): string => toDecimalString(fraction(BigInt(sum), BigInt(count)), 2, 'half-up');

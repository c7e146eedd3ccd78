import { both, basisPointsText, dateText, wonText } from '../../report/report-text.js';
import { NOTHING, type ReportBlock, type ReportRow, type ReportSection } from '../../report/report.js';
import { centred, column } from '../../table/column.js';
import { brokerFindings, type BrokerFinding } from '../broker.rules.js';
import { decimalPercent } from '../concentration.rules.js';
import type { SettlementFacts } from '../voucher-settlement.js';
import { ruled, stated, words } from '../../trace/ground.js';

/** Whether a registered broker took part in the agreement, the delivery and the payment of every voucher that needs one. */
export function brokersSection(facts: SettlementFacts): ReportSection {
  return { id: 'brokers', title: both('6. KTTN 중개인 참여 확인', 'Participation of brokers'), blocks: facts.terms.brokerRequired ? blocks(facts) : [NOT_ASKED] };
}

const NOT_ASKED: ReportBlock = { kind: 'text', text: both('이 사업연도의 조건은 중개인력 참여를 요구하지 않습니다.', 'The terms of this programme year ask for no broker.') };

function blocks(facts: SettlementFacts): ReportBlock[] {
  const findings = brokerFindings(facts);
  const faulty = findings.filter(({ faults }) => faults.length > 0).length;
  return [
    {
      kind: 'text',
      text: both(
        `바우처 ${findings.length}건 중 ${findings.length - faulty}건에서 등록된 중개인이 협약·결과보고·지급에 참여하였습니다${faulty === 0 ? '.' : `(확인 필요 ${faulty}건).`} 중개수수료 상한은 공급가액의 ${basisPointsText(facts.terms.brokerFeeCap)}입니다.`,
        `In ${findings.length - faulty} of ${findings.length} vouchers a registered broker took part in agreement, delivery and payment${faulty === 0 ? '.' : ` (${faulty} to be looked at).`} Fees are capped at ${basisPointsText(facts.terms.brokerFeeCap)} of the supply price.`,
      ),
      origin: ruled('사업연도의 중개수수료 상한 (12장 적용 규칙)'),
    },
    {
      kind: 'table',
      caption: both('바우처별 중개인 참여', 'Brokers by voucher'),
      columns: [
        centred('number', '발급번호', 'Voucher'),
        column('company', '기업', 'Company'),
        column('broker', '중개인(등록번호)', 'Broker (no.)'),
        column('organisation', '소속', 'Organisation'),
        column('registeredOn', '등록일', 'Registered'),
        column('validOn', '등록 유효기한', 'Valid to'),
        column('joinedOn', '참여일', 'Joined on'),
        column('issuedOn', '발급일', 'Issued on'),
        centred('reports', '중개인 보고', 'Reports'),
        column('feeWon', '중개수수료(원)', 'Fee (won)'),
        column('feePercent', '공급가액 대비', 'Of supply'),
        column('result', '확인 결과', 'Result'),
      ],
      grounds: { feeWon: stated('마지막 정산청구에 적은 중개수수료', 'service.claim'), feePercent: words('중개수수료 ÷ 지급이 결정된 사용의 공급가액 (%, 소수점 아래 둘째 자리 미만 반올림)', 'feeWon') },
      rows: findings.map(rowOf),
    },
  ];
}

function rowOf({ voucher, delivered, reported, feeWon, supplyWon, faults }: BrokerFinding): ReportRow {
  const { broker } = voucher;
  return {
    cells: {
      number: voucher.number,
      company: voucher.company,
      broker: broker === null ? NOTHING : `${broker.name} (${broker.number})`,
      organisation: broker?.organisation ?? NOTHING,
      registeredOn: dateText(broker?.registeredOn ?? null),
      validOn: broker === null ? NOTHING : broker.validTo === null ? '기한 없음' : dateText(broker.validTo),
      joinedOn: dateText(broker?.joinedOn ?? null),
      issuedOn: dateText(voucher.issuedOn),
      reports: `${reported}/${delivered}`,
      feeWon: wonText(feeWon),
      feePercent: supplyWon === 0n ? NOTHING : decimalPercent(feeWon, supplyWon),
      result: faults.length === 0 ? '참여 확인' : faults.join(', '),
    },
    tone: faults.length === 0 ? 'good' : 'bad',
  };
}

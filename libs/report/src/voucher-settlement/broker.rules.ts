import type { LocalDate } from '#libs/calendar';
import { shareOf, won, type BasisPoints } from '#libs/money';
import { grouped, total } from '../table/rows.js';
import { isUsed, type SettlementBroker, type SettlementFacts, type SettlementUse, type SettlementVoucher } from './voucher-settlement.js';

/** What was found about the broker of one voucher: registered when joining, there at the agreement, at every delivery, within the cap when paid. */
export interface BrokerFinding {
  readonly voucher: SettlementVoucher;
  readonly delivered: number;
  readonly reported: number;
  readonly feeWon: bigint;
  readonly supplyWon: bigint;
  /** What is missing, in words; empty where all is in order. */
  readonly faults: readonly string[];
}

/** One finding for each voucher, in their order. Nobody is judged here: the rules refused or warned when it happened. */
export function brokerFindings({ vouchers, uses, terms }: Pick<SettlementFacts, 'vouchers' | 'uses' | 'terms'>): BrokerFinding[] {
  const usesOf = grouped(uses.filter(({ state }) => state !== 'CANCELLED'), ({ voucherId }) => voucherId);
  return vouchers.map((voucher) => {
    const own = usesOf.get(voucher.id) ?? [];
    const delivered = own.filter(({ deliveredOn }) => deliveredOn !== null);
    const reported = delivered.filter(({ brokerReportedOn }) => brokerReportedOn !== null);
    const paid = own.filter((use) => isUsed(use) && use.brokerFeeWon !== null);
    const beyond = paid.filter(({ brokerFeeWon, supplyWon }) => brokerFeeWon !== null && !withinCap(brokerFeeWon, supplyWon, terms.brokerFeeCap));
    return {
      voucher,
      delivered: delivered.length,
      reported: reported.length,
      feeWon: total(paid, ({ brokerFeeWon }) => brokerFeeWon ?? 0n),
      supplyWon: total(paid, ({ supplyWon }) => supplyWon),
      faults: [
        ...faultsOfBroker(voucher),
        ...(reported.length < delivered.length ? [`중개인 보고 ${delivered.length - reported.length}건 없음`] : []),
        ...reported.filter((use) => !registeredAtReport(voucher.broker, use)).map(({ number }) => `${number} 보고일에 등록되지 않음`),
        ...beyond.map(({ number }) => `${number} 수수료 상한 초과`),
      ],
    };
  });
}

const withinCap = (fee: bigint, supply: bigint, cap: BasisPoints): boolean => fee <= shareOf(won(supply), cap, 'floor');

function faultsOfBroker({ broker, issuedOn }: SettlementVoucher): string[] {
  if (broker === null) return ['중개인 없음'];
  const joinedOn = broker.joinedOn;
  if (joinedOn === null) return ['참여일 없음'];
  return [...(joinedOn > issuedOn ? ['발급 뒤에 참여'] : []), ...(isRegistered(broker, joinedOn) ? [] : ['참여일에 등록되지 않음'])];
}

const registeredAtReport = (broker: SettlementBroker | null, { brokerReportedOn }: SettlementUse): boolean => broker === null || brokerReportedOn === null || isRegistered(broker, brokerReportedOn);

const isRegistered = ({ registeredOn, validTo }: SettlementBroker, on: LocalDate): boolean => on >= registeredOn && (validTo === null || on <= validTo);

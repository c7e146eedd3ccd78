import { writeWorkbook, type Onlooker, type SheetValue } from '#libs/sheet';
import type { LocalDate } from '#libs/calendar';
import type { VoucherYear } from '../year/year.js';
import type { VoucherDto } from './listing.dto.js';

/** The vouchers of a year as a workbook, with the same figures to the won and their sums. */
export function voucherWorkbook(year: VoucherYear, vouchers: readonly VoucherDto[], asOf: LocalDate, createdAt: Date, onlooker?: Onlooker): Promise<Buffer> {
  const title = `${year.name} 바우처 목록`;
  const won = (header: string) => ({ header, type: 'won' as const });
  const text = (header: string) => ({ header, type: 'text' as const });
  const date = (header: string) => ({ header, type: 'date' as const });
  return writeWorkbook(
    {
      title,
      createdAt: `${createdAt.toISOString().slice(0, 19)}Z`,
      sheets: [
        {
          name: '바우처',
          title,
          notes: [`기준일 ${asOf}`, '사용가능 = 발급액 − 사용 − 예약 − 소멸 − 회수. 사용은 지급결정한 금액에서 돌려받은 금액을 뺀 것입니다.'],
          columns: [
            ...[text('바우처번호'), text('기업'), text('사업자등록번호'), text('상태'), date('발급일'), date('만료일')],
            ...[won('발급액'), won('사용'), won('예약'), won('사용가능'), won('소멸'), won('회수'), won('자부담금 잔액')],
            text('다음 절차'),
          ],
          rows: vouchers.map((each): SheetValue[] => [
            ...[each.number, each.company, each.businessNumber, each.stateName.ko, each.issuedOn, each.validTo],
            ...[each.givenWon, each.capturedWon, each.heldWon, each.availableWon, each.expiredWon, each.revokedWon, each.ownLeftWon].map(BigInt),
            each.nextStepName.ko,
          ]),
          totals: 'sum',
        },
      ],
    },
    onlooker,
  );
}

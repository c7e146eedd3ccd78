/** One voucher letter after the other in a warm process: prints milliseconds of each as JSON. */
import 'reflect-metadata';

const { letterPdf } = await import('../../../dist/libs/voucher/src/letter/letter.pdf.js');
const letterOf = (at) => ({
  ...{ voucherId: `v-${at}`, number: `TV-2026-${String(at).padStart(4, '0')}`, company: '㈜한빛나노소재', businessNumber: '1248732222', representative: '김하나' },
  ...{ technology: '고분자 전해질막 제조 방법', researcher: '이두리', institution: '한국소재연구원', contractNumber: 'TT-2026-0147', broker: '㈜가온기술거래' },
  ...{ issuedOn: '2026-03-02', validTo: '2026-12-31', amountWon: 50_000_000n + BigInt(at), programme: '기술이전 바우처 지원사업', agency: '연구성과사업화진흥원' },
  recordedAt: new Date('2026-03-02T06:30:00Z'),
  terms: { governmentBasisPoints: 8_000, depositFirst: true, services: ['시제품 제작', '인증'], brokerRequired: true, providers: [], statute: 'SUBSIDY' },
});

const [, , count] = process.argv;
const milliseconds = [];
for (let at = 0; at < Number(count) + 30; at += 1) {
  const started = performance.now();
  await letterPdf(letterOf(at));
  milliseconds.push(performance.now() - started);
}
console.log(JSON.stringify(milliseconds.slice(30)));

import { today } from './services.js';

/** What a bank that is not real says of one transfer. */
export interface SaidTransfer {
  readonly lineNo: number;
  readonly status: 'ACSC' | 'ACSP' | 'RJCT' | 'PDNG';
  readonly amountWon: string;
  readonly reasonCode?: string;
  readonly on?: string;
}

const reference = (runNumber: string, lineNo: number): string => `${runNumber}-${String(lineNo).padStart(4, '0')}`;

/** A status report of a bank on a run: pain.002.001.10, as far as banks fill it in. */
export function pain002(runNumber: string, transfers: readonly SaidTransfer[], group = 'PART'): string {
  const said = transfers.map(
    ({ lineNo, status, amountWon, reasonCode, on = today() }) => `
      <TxInfAndSts>
        <StsId>B${lineNo}</StsId><OrgnlInstrId>${reference(runNumber, lineNo)}</OrgnlInstrId><OrgnlEndToEndId>${reference(runNumber, lineNo)}</OrgnlEndToEndId>
        <TxSts>${status}</TxSts>${reasonCode === undefined ? '' : `<StsRsnInf><Rsn><Cd>${reasonCode}</Cd></Rsn><AddtlInf>은행 거절</AddtlInf></StsRsnInf>`}
        <FctvIntrBkSttlmDt><Dt>${on}</Dt></FctvIntrBkSttlmDt>
        <OrgnlTxRef><Amt><InstdAmt Ccy="KRW">${amountWon}</InstdAmt></Amt></OrgnlTxRef>
      </TxInfAndSts>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>
  <GrpHdr><MsgId>STS-${runNumber}</MsgId><CreDtTm>${today()}T15:00:00+09:00</CreDtTm></GrpHdr>
  <OrgnlGrpInfAndSts><OrgnlMsgId>${runNumber}</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId><GrpSts>${group}</GrpSts></OrgnlGrpInfAndSts>
  <OrgnlPmtInfAndSts><OrgnlPmtInfId>${runNumber}-1</OrgnlPmtInfId>${said.join('')}</OrgnlPmtInfAndSts>
</CstmrPmtStsRpt></Document>`;
}

/** A notice that money came back: camt.054.001.08. */
export function camt054Return(runNumber: string, lineNo: number, amountWon: string, reasonCode = 'AC04', on = today()): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.08"><BkToCstmrDbtCdtNtfctn>
  <GrpHdr><MsgId>NTF-${runNumber}-${lineNo}</MsgId><CreDtTm>${on}T16:00:00+09:00</CreDtTm></GrpHdr>
  <Ntfctn><Id>N1</Id><Ntry>
    <Amt Ccy="KRW">${amountWon}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>${on}</Dt></BookgDt><AcctSvcrRef>RET-${lineNo}</AcctSvcrRef>
    <NtryDtls><TxDtls><Refs><EndToEndId>${reference(runNumber, lineNo)}</EndToEndId></Refs><RtrInf><Rsn><Cd>${reasonCode}</Cd></Rsn></RtrInf></TxDtls></NtryDtls>
  </Ntry></Ntfctn>
</BkToCstmrDbtCdtNtfctn></Document>`;
}

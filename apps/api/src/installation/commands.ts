import type { INestApplicationContext } from '@nestjs/common';
import { API_TOKEN_COMMANDS, GRANT_COMMANDS, PROVIDER_COMMANDS, SESSION_COMMANDS, USER_COMMANDS } from '#libs/access';
import { appointDeputy, decideApprovalPolicy, endDeputy, openBreakGlass, SignatureService } from '#libs/approval';
import type { AnyCommand } from '#libs/command';
import { DOCUMENT_COMMANDS } from '#libs/document';
import { AgreementService, CapitalCallService, ClassificationService, FundService, InvestmentService, InvestmentVoidService, RegisterService } from '#libs/fund';
import { PeriodService } from '#libs/ledger';
import { BANK_ACCOUNT_COMMANDS } from '#libs/party';
import { ACCESS_LOG_COMMANDS, ACCESS_REVIEW_COMMANDS } from '#libs/privacy';
import { addVintage, createProgramme } from '#libs/programme';
import { anchorSeal } from '#libs/seal';

/** Every command of the program as it runs: what a stored one is found by once it is signed. */
export function commandsOf(app: INestApplicationContext): readonly AnyCommand[] {
  const [calls, classifications, signatures, periods] = [app.get(CapitalCallService), app.get(ClassificationService), app.get(SignatureService), app.get(PeriodService)];
  return [
    ...[createProgramme, addVintage],
    ...[app.get(FundService).form, app.get(AgreementService).decide, app.get(RegisterService).importStored],
    ...[calls.issue, calls.receive],
    ...[app.get(InvestmentService).record, app.get(InvestmentVoidService).void, classifications.decide, classifications.attach],
    ...[periods.close, periods.reopen],
    ...[signatures.sign, signatures.return, signatures.recall, decideApprovalPolicy, appointDeputy, endDeputy, openBreakGlass],
    ...[...USER_COMMANDS, ...SESSION_COMMANDS, ...GRANT_COMMANDS, ...PROVIDER_COMMANDS, ...API_TOKEN_COMMANDS],
    ...[anchorSeal, ...DOCUMENT_COMMANDS, ...BANK_ACCOUNT_COMMANDS, ...ACCESS_LOG_COMMANDS, ...ACCESS_REVIEW_COMMANDS],
  ];
}

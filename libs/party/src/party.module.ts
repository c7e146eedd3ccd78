import { Module } from '@nestjs/common';
import { PartyAddressController } from './address/address.controller.js';
import { BankAccountController } from './bank-account/bank-account.controller.js';
import { BankAccountService } from './bank-account/bank-account.service.js';
import { BusinessStatusController } from './business-status/business-status.controller.js';
import { PartyController } from './party.controller.js';

@Module({ controllers: [PartyController, PartyAddressController, BankAccountController, BusinessStatusController], providers: [BankAccountService], exports: [BankAccountService] })
export class PartyModule {}

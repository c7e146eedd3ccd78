import { Module } from '@nestjs/common';
import { DecisionController } from './decision/decision.controller.js';
import { EvidenceBundleService } from './decision/evidence-bundle.service.js';
import { PackController } from './pack/pack.controller.js';
import { PackService } from './pack/pack.service.js';
import { RatioSeriesController } from './ratio/ratio-series.controller.js';
import { SettlementBundleController } from './settlement-bundle/settlement-bundle.controller.js';
import { SettlementBundleService } from './settlement-bundle/settlement-bundle.service.js';

/** The audit room (감사실): reads everything, writes nothing but the log of what was taken away. */
@Module({ controllers: [PackController, DecisionController, RatioSeriesController, SettlementBundleController], providers: [PackService, EvidenceBundleService, SettlementBundleService] })
export class AuditModule {}

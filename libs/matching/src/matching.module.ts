import { Module } from '@nestjs/common';
import { GrantModule } from '#libs/grant';
import { MatchingClawbackController } from './clawback/clawback.controller.js';
import { MatchingClawbackService } from './clawback/clawback.service.js';
import { MatchingDepositController } from './deposit/deposit.controller.js';
import { MatchingDepositService } from './deposit/deposit.service.js';
import { MatchingFlagController } from './deposit/flag/flag.controller.js';
import { MatchingFlagService } from './deposit/flag/flag.service.js';
import { PlanController } from './plan/plan.controller.js';
import { PoolController } from './pool/pool.controller.js';
import { ProjectController } from './project/project.controller.js';
import { ProjectService } from './project/project.service.js';
import { QueueController } from './queue/queue.controller.js';
import { MatchingRegisterController } from './register/register.controller.js';
import { MatchingRegisterService } from './register/register.service.js';
import { MatchingReleaseController } from './release/release.controller.js';
import { MatchingReleaseService } from './release/release.service.js';
import { RoomController } from './room/room.controller.js';
import { MatchingWithdrawalController } from './withdrawal/withdrawal.controller.js';
import { MatchingWithdrawalService } from './withdrawal/withdrawal.service.js';
import { ZoneController } from './zone/zone.controller.js';

/** Pools and projects, from the plan of a company to the agreement. */
const PROJECT_CONTROLLERS = [PoolController, ZoneController, PlanController, QueueController, ProjectController, MatchingRegisterController];
const PROJECT_SERVICES = [ProjectService, MatchingRegisterService];
/** Private money in and out, and the government's that follows it. */
const CASH_CONTROLLERS = [RoomController, MatchingDepositController, MatchingFlagController, MatchingWithdrawalController, MatchingReleaseController, MatchingClawbackController];
const CASH_SERVICES = [MatchingDepositService, MatchingFlagService, MatchingWithdrawalService, MatchingReleaseService, MatchingClawbackService];

@Module({ imports: [GrantModule], controllers: [...PROJECT_CONTROLLERS, ...CASH_CONTROLLERS], providers: [...PROJECT_SERVICES, ...CASH_SERVICES], exports: [...PROJECT_SERVICES, ...CASH_SERVICES] })
export class MatchingModule {}

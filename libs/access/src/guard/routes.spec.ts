import { Controller, Get, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { describe, expect, it } from '@jest/globals';
import { Allow, Public, StepUp } from './decorators.js';
import { assertEveryRouteIsGuarded, listRoutes } from './routes.js';

class Reading {
  @Get(':id')
  @Allow('fund.read')
  read(): void {
    // only its decorators matter
  }
}

@Controller('funds')
class FundController extends Reading {
  @Post()
  @Allow('fund.form')
  @StepUp()
  form(): void {
    // only its decorators matter
  }
}

@Controller(['health', 'alive'])
@Public()
class HealthController {
  @Get()
  look(): void {
    // only its decorators matter
  }

  @Get('secret/')
  @Allow('command.read')
  secret(): void {
    // only its decorators matter
  }
}

@Controller('naked')
class NakedController {
  @Get('here')
  show(): void {
    // only its decorators matter
  }
}

@Module({ controllers: [FundController, HealthController] })
class GuardedModule {}

@Module({ imports: [GuardedModule], controllers: [NakedController] })
class CarelessModule {}

describe('routes', () => {
  it('are listed with their rules: inherited ones too, and a method speaks louder than its class', async () => {
    const app = await NestFactory.createApplicationContext(GuardedModule, { logger: false });
    const secret = { kind: 'allow', permission: 'command.read' };
    expect(listRoutes(app)).toEqual([
      { method: 'GET', path: '/alive', handler: 'HealthController.look', access: { kind: 'public' }, stepUp: false },
      { method: 'GET', path: '/alive/secret', handler: 'HealthController.secret', access: secret, stepUp: false },
      { method: 'POST', path: '/funds', handler: 'FundController.form', access: { kind: 'allow', permission: 'fund.form' }, stepUp: true },
      { method: 'GET', path: '/funds/:id', handler: 'FundController.read', access: { kind: 'allow', permission: 'fund.read' }, stepUp: false },
      { method: 'GET', path: '/health', handler: 'HealthController.look', access: { kind: 'public' }, stepUp: false },
      { method: 'GET', path: '/health/secret', handler: 'HealthController.secret', access: secret, stepUp: false },
    ]);
    expect(() => {
      assertEveryRouteIsGuarded(app);
    }).not.toThrow();
    await app.close();
  });

  it('without a rule stop the start, by name', async () => {
    const app = await NestFactory.createApplicationContext(CarelessModule, { logger: false });
    expect(() => {
      assertEveryRouteIsGuarded(app);
    }).toThrow('routes without @Public or @Allow: /naked/here GET (NakedController.show)');
    await app.close();
  });

  it('cannot carry two rules', () => {
    expect(() => {
      class Confused {
        @Public()
        @Allow('fund.read')
        read(): void {
          // only its decorators matter
        }
      }
      return Confused;
    }).toThrow('Confused.read carries more than one of @Public and @Allow');
  });
});

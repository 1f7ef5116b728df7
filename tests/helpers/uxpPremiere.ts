import type { SimulatedPremiereOptions } from '../../src/premiere/simulated/openSimulatedPremiere';
import { openTestPremiere, type TestPremiere } from './testPremiere';

/** Names that scripts of these tests use all the time. */
const prologue = `
  const ppro = require('premierepro');
  const project = await ppro.Project.getActiveProject();
  const root = await project.getRootItem();
  const time = (seconds) => ppro.TickTime.createWithSeconds(seconds);
  const names = async (bin = root) => (await bin.getItems()).map((item) => item.name).join();
  const find = async (name, bin = root) => (await bin.getItems()).find((item) => item.name === name);
  const edit = (...makers) => {
    let failure = null, done = false;
    project.lockedAccess(() => {
      done = project.executeTransaction((compound) => {
        try { for (const make of makers) compound.addAction(make()); }
        catch (error) { failure = error; throw error; }
      }, 'test');
    });
    if (failure) throw failure;
    return done;
  };
`;

/** A simulated Premiere whose scripts are for UXP, with ExtendScript beside it. */
export interface UxpPremiere extends TestPremiere {
  /** Runs a script after the prologue and gives its value; a script that fails is an error. */
  readonly uxp: (script: string) => Promise<unknown>;
}

/** Opens one; 26.3 unless a version is named. */
export async function openUxpPremiere(
  options: Partial<SimulatedPremiereOptions> = {},
): Promise<UxpPremiere> {
  const opened = await openTestPremiere({ version: '26.3.0', ...options });
  const uxp = async (script: string): Promise<unknown> => {
    const outcome = await opened.premiere.evaluateUxp({ source: `${prologue}\n${script}` });
    if (outcome.ok) return outcome.value;
    throw new Error(outcome.message);
  };
  return { ...opened, uxp };
}

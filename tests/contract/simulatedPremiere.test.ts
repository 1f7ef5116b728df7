import { buildHostBundle } from '../helpers/hostBundle';
import { openSimulatedHost } from '../helpers/openSimulatedHost';
import { describePremiereHost } from './describePremiereHost';

let bundle: string;
beforeAll(async () => {
  bundle = await buildHostBundle();
});

describePremiereHost('the simulated Premiere through CEP', (media) =>
  openSimulatedHost(bundle, media),
);

/** `npm run make-key`: makes a key pair for sealed requests and says where each half goes. */
import { makeKeyPair } from './key-pair.ts';

const { publicKey, privateKey } = await makeKeyPair();

console.log(`1. The public key. Save this line as endpoint-key.json next to health-help.js, where patients' browsers can read
   it over https, and name its address in the attribute:
   <script async src="…/health-help.js" data-endpoint="…" data-endpoint-key="https://hospital.example/health-help/endpoint-key.json"></script>

${JSON.stringify(publicKey)}

2. The private key. Save this line as a file that only the receiver can read (chmod 600), and start the receiver with the
   file's path in SEALING_KEY. The line itself can be in SEALING_KEY too, where the environment is secret. Whoever has it
   can read every request; without it no request can be read, so keep a copy in a safe place.

${JSON.stringify(privateKey)}

To change keys, make a new pair, let the receiver have both private keys, {"keys": [new, old]}, then replace
endpoint-key.json. Keep the old private key for eight days: requests that could not be sent wait on patients' devices for
seven, sealed as they were.`);

import { webcrypto } from "node:crypto";

import * as x509 from "@peculiar/x509";
import { JPEG } from "@trustnxt/c2pa-ts/asset";
import { CoseAlgorithmIdentifier, type Signer } from "@trustnxt/c2pa-ts/cose";
import {
  type Action,
  ActionAssertion,
  ClaimVersion,
  DataHashAssertion,
  ManifestStore,
} from "@trustnxt/c2pa-ts/manifest";

const algorithm = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };
const emailProtection = "1.3.6.1.5.5.7.3.4";
/** Long enough for the samples to stay valid; nobody else has a reason to trust them. */
const validity = { notBefore: new Date("2026-01-01T00:00:00Z"), notAfter: new Date("2056-01-01T00:00:00Z") };

/** A certificate for training from an authority for training. Both keys are thrown away when the script ends. */
export async function trainingSigner(name: string): Promise<Signer> {
  x509.cryptoProvider.set(webcrypto as Crypto);
  const authorityKeys = await webcrypto.subtle.generateKey(algorithm, true, ["sign", "verify"]);
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ["sign", "verify"]);
  const authority = await x509.X509CertificateGenerator.createSelfSigned({
    ...validity,
    name: "CN=Sigurna training authority, O=For training only",
    keys: authorityKeys as CryptoKeyPair,
    signingAlgorithm: algorithm,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign, true),
      await x509.SubjectKeyIdentifierExtension.create(authorityKeys.publicKey as CryptoKey),
    ],
  });
  const certificate = await x509.X509CertificateGenerator.create({
    ...validity,
    subject: `CN=${name}, O=For training only`,
    issuer: authority.subject,
    publicKey: keys.publicKey as CryptoKey,
    signingKey: authorityKeys.privateKey as CryptoKey,
    signingAlgorithm: algorithm,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([emailProtection], true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey as CryptoKey),
      await x509.AuthorityKeyIdentifierExtension.create(authorityKeys.publicKey as CryptoKey),
    ],
  });
  return {
    algorithm: CoseAlgorithmIdentifier.ES256,
    certificate,
    chainCertificates: [authority],
    // COSE (RFC 9053, 2.1) wants both numbers of the signature side by side, as Web Crypto gives them; the library's own
    // signer wraps them in DER.
    sign: async (payload) =>
      new Uint8Array(await webcrypto.subtle.sign(algorithm, keys.privateKey, new Uint8Array(payload))),
  };
}

/** The picture with Content Credentials that say these actions, in this order. */
export async function signed(
  picture: Uint8Array,
  signer: Signer,
  id: string,
  actions: Action[],
): Promise<Uint8Array> {
  const asset = new JPEG(picture);
  const store = new ManifestStore();
  const manifest = store.createManifest({
    claimVersion: ClaimVersion.V2,
    assetFormat: "image/jpeg",
    instanceID: `xmp:iid:${id}`,
    defaultHashAlgorithm: "SHA-256",
    signer,
  });
  if (manifest.claim) manifest.claim.claimGeneratorName = "Sigurna training";
  const taken = new ActionAssertion();
  taken.actions = actions;
  manifest.addAssertion(taken);
  const binding = DataHashAssertion.create("SHA-256");
  manifest.addAssertion(binding);
  await asset.ensureManifestSpace(store.measureSize());
  await binding.updateWithAsset(asset);
  await manifest.sign(signer);
  await asset.writeManifestJUMBF(store.getBytes());
  return asset.getDataRange();
}

/*
 * Opens the start form of the process the address names (#/?start=…): a page of a project leads here. Whatever is
 * missing on the way, the person is left in Tasklist and starts the process by hand. A script that fails stops the app
 * from booting: this file must stay plain.
 */

const wanted = () => {
  const address = /[?&]start=([^&]+)/.exec(window.location.hash);
  try {
    return address && decodeURIComponent(address[1]);
  } catch (e) {
    return null;
  }
};

const PATIENCE = 20000;

/** Does the step as soon as its element is there. */
const when = (find, then) => {
  const since = Date.now();
  const look = () => {
    const element = find();
    if (element) {
      then(element);
    } else if (Date.now() - since < PATIENCE) {
      setTimeout(look, 200);
    }
  };
  look();
};

const process = wanted();
if (process) {
  when(
    () => document.querySelector('.start-process-action a'),
    action => {
      action.click();
      when(
        () => document.querySelector('.modal-content .modal-header input'),
        search => {
          search.value = process;
          search.dispatchEvent(new Event('input', { bubbles: true }));
          search.dispatchEvent(new Event('change', { bubbles: true }));
          when(
            () => [...document.querySelectorAll('.modal-content .processes a')].find(a => a.textContent.trim() === process),
            found => found.click()
          );
        }
      );
    }
  );
}

export default [];

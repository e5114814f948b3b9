"use strict";
// 字号记在本机；打印按钮只在有脚本时出现。没有脚本，字号照样能选。
(function () {
  function reach() {  // 宽过屏幕的表格，用键盘也能卷到头
    document.querySelectorAll(".table, pre").forEach(function (box) {
      if (box.scrollWidth > box.clientWidth) box.tabIndex = 0; else box.removeAttribute("tabindex");
    });
  }
  var sizes = document.querySelectorAll("input.size");
  var kept = null;
  try { kept = localStorage.getItem("size"); } catch (e) { /* 浏览器不让存 */ }
  sizes.forEach(function (size) {
    if (size.id === kept) size.checked = true;
    size.addEventListener("change", function () {
      try { localStorage.setItem("size", size.id); } catch (e) { /* 同上 */ }
      reach();
    });
  });
  reach();
  addEventListener("resize", reach);
  document.querySelectorAll("a.find-errors").forEach(function (link) {  // 找错说的是眼前这一页
    link.href = link.href.replace(/url=.*$/, "url=" + encodeURIComponent(location.href));
  });
  document.querySelectorAll("a.bookmark").forEach(function (link) {  // 先复制本页地址；不成，或再点一次，去看说明
    link.addEventListener("click", function (event) {
      if (!navigator.clipboard || link.dataset.copied) return;
      event.preventDefault();
      navigator.clipboard.writeText(location.href).then(function () {
        link.dataset.copied = "yes";
        link.textContent = "已复制本页地址";
      }, function () { location.href = link.href; });
    });
  });
  document.querySelectorAll("button.print").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () { window.print(); });
  });
})();
